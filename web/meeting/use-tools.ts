import { useState } from 'react';
import type { Decision } from './decide/DecideBar.tsx';

const sizes = [0.8, 0.9, 1, 1.15, 1.3, 1.5];
const usual = 2;
type Tool = 'none' | 'pen' | 'pointer';
type Open = Decision | 'note' | 'leave' | null;

/** What lies on a stage beside the step itself. */
export interface Tools {
  tool: Tool;
  open: Open;
  help: boolean;
  /** The last notice; null when there is none. */
  said: string | null;
  /** Size of type as a share of the usual. */
  scale: number;
  take(tool: Tool): void;
  setOpen(open: Open): void;
  setHelp(help: boolean): void;
  say(said: string | null): void;
  grow(by: number): void;
  /** Closes what lies on top; tells whether there was anything. */
  close(): boolean;
}

/** 工具 — pen, pointer, forms and help of a stage; what belongs to one step ends with it, no matter who turned the page. */
export function useTools(step: number): Tools {
  const [tool, setTool] = useState<Tool>('none');
  const [size, setSize] = useState(usual);
  const [open, setOpen] = useState<Open>(null);
  const [help, setHelp] = useState(false);
  const [said, say] = useState<string | null>(null);
  const [shown, setShown] = useState(step);
  if (shown !== step) {
    setShown(step);
    setTool('none');
    setOpen(null);
    say(null);
  }
  return {
    ...{ tool, open, help, said, scale: sizes[size] ?? 1, setOpen, setHelp, say },
    take: (next) => setTool(tool === next ? 'none' : next),
    grow: (by) => setSize(Math.max(0, Math.min(sizes.length - 1, size + by))),
    close: () => {
      if (help) setHelp(false);
      else if (open !== null) setOpen(null);
      else if (tool !== 'none') setTool('none');
      else return false;
      return true;
    },
  };
}
