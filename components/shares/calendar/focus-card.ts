/** Focuses the card of a share, drawn anew meanwhile or not: in the grid or in the list, whichever shows. */
export function focusCard(shareId: string): void {
  const cards = document.querySelectorAll<HTMLElement>(`[data-share="${shareId}"]`);
  [...cards].find((card) => card.checkVisibility())?.focus();
}
