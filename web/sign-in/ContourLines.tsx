/** Quiet contour lines behind the sign-in, drawn from a few sines; nothing moves. */
export function ContourLines() {
  const lines = Array.from({ length: 15 }, (_, at) => contour(at));
  return (
    <svg className="contour-lines" viewBox="0 0 1600 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}

function contour(at: number): string {
  const points = Array.from({ length: 81 }, (_, step) => {
    const x = step * 20;
    const swell = 120 * Math.sin(x / 310 + at * 0.23) + 46 * Math.sin(x / 117 + at * 0.61);
    const ridge = 190 * Math.exp(-((x - 1080) ** 2) / 90_000);
    return `${x},${Math.round(120 + at * 58 + swell * (0.35 + at / 26) - ridge * (1 - at / 18))}`;
  });
  return `M${points.join('L')}`;
}
