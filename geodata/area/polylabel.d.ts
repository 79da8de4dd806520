declare module 'polylabel' {
  /** Centre of the largest circle inside a polygon, with its distance to the border. */
  export default function polylabel(
    polygon: [number, number][][],
    precision?: number,
  ): [x: number, y: number] & { distance: number };
}
