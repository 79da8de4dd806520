import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as TabsOf } from 'react-aria-components/Tabs';
import type { Lang } from './format.ts';
import { InLanguage } from './InLanguage.tsx';

interface TabsProps<Id extends string> {
  /** What the tabs are of, for those who hear it. */
  label: string;
  /** Each tab, in order; `part` names it in the page. */
  tabs: readonly { id: Id; title: string; part?: string }[];
  chosen: Id;
  /** Dress of the row of tabs. */
  className: string;
  lang: Lang;
  onChoose(id: NoInfer<Id>): void;
  /** What is shown, the chosen tab's part in a `Shown`. */
  children: ReactNode;
}

/** 标签 — one stop of the Tab key; arrows, Home and End go from tab to tab, and what is chosen is shown at once. */
export function Tabs<Id extends string>({ label, tabs, chosen, className, lang, onChoose, children }: TabsProps<Id>) {
  const choose = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab) onChoose(tab.id);
  };
  return (
    <InLanguage lang={lang}>
      <TabsOf className="tabs-within" selectedKey={chosen} onSelectionChange={choose}>
        <TabList className={className} aria-label={label}>
          {tabs.map(({ id, title, part }) => (
            <Tab key={id} id={id} className="tab" data-part={part}>
              {title}
            </Tab>
          ))}
        </TabList>
        {children}
      </TabsOf>
    </InLanguage>
  );
}

/** What belongs to the chosen tab. */
export function Shown({ of, children }: { of: string; children: ReactNode }) {
  return (
    <TabPanel id={of} className="tab-shown">
      {children}
    </TabPanel>
  );
}
