/** A sentence or word in the product's two languages. */
export interface Text {
  zh: string;
  en: string;
}
