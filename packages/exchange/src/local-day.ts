/** The calendar day of an instant where the program runs, ISO: in the morning in Shanghai it is still yesterday in UTC. */
export function localDay(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
