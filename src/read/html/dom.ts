/** The part of the DOM standard that reading a page needs; the server's own code has no DOM. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<PageNode> & { readonly length: number };
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
}

export interface PageDocument {
  readonly title: string;
  readonly body: PageElement;
  cloneNode(deep: true): PageDocument;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
