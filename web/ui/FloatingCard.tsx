import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { Popover } from 'react-aria-components/Popover';
import type { Lang } from './format.ts';
import { InLanguage } from './InLanguage.tsx';

interface CardProps {
  /** What opened it: the card stands under it, and the focus goes back to it. */
  from: RefObject<HTMLElement | null>;
  label: string;
  className: string;
  lang: Lang;
  onClose(): void;
  children: ReactNode;
}

/** What is typed in the card is no key of the page under it; the Tab key is followed by what keeps it within. */
const keep = ({ key, nativeEvent }: KeyboardEvent) => {
  if (key !== 'Tab') nativeEvent.stopImmediatePropagation();
};

/** A card over the page beside what opened it. Esc or a press elsewhere closes it; until then the Tab key stays within. */
export function FloatingCard({ from, label, className, lang, onClose, children }: CardProps) {
  return (
    <InLanguage lang={lang}>
      <Popover
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        triggerRef={from}
        placement="bottom end"
        className={`card ${className}`}
        aria-label={label}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the controls within take the keys; this keeps them from the page */}
        <div className="card-within" onKeyDown={keep}>
          {children}
        </div>
      </Popover>
    </InLanguage>
  );
}
