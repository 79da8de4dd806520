const paths = {
  link: 'M8 12a3 3 0 0 1 0-4l2.5-2.5a3 3 0 0 1 4.2 4.2L13.5 11M12 8a3 3 0 0 1 0 4l-2.5 2.5a3 3 0 0 1-4.2-4.2L6.5 9',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  moon: 'M15.5 12.3A6.2 6.2 0 0 1 7.7 4.5 6.2 6.2 0 1 0 15.5 12.3z',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M4.4 15.6l1.4-1.4M14.2 5.8l1.4-1.4',
  full: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  help: 'M7.4 7.4a2.7 2.7 0 1 1 3.8 2.5c-.8.4-1.2.9-1.2 1.9M10 14.6v.2M10 2.6a7.4 7.4 0 1 0 0 14.8 7.4 7.4 0 0 0 0-14.8z',
  search: 'M8.7 3.4a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6zM12.6 12.6l4 4',
  clock: 'M10 2.6a7.4 7.4 0 1 0 0 14.8 7.4 7.4 0 0 0 0-14.8zM10 5.8V10l3 2.2',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 7.5l5 5 5-5',
  up: 'M5 12.5l5-5 5 5',
  export: 'M10 12.5V3M6.5 6.5L10 3l3.5 3.5M4 12v4.5h12V12',
  chevron: 'M7.5 5l5 5-5 5',
} as const;

/** A small drawn sign; the words stand in the label of what holds it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="icon">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
