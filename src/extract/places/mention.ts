import type { PlaceLevel, Span } from '../../model/index.ts';

/** A place that the text names. */
export interface PlaceMention {
  span: Span;
  /** With its type word, in the text's own spelling: "huyện Tây Sơn"; a province's bare name gets its word. */
  name: string;
  level: PlaceLevel;
  /** The name says whose office acts ("Công an tỉnh Phú Yên"), not where. */
  organisation: boolean;
}
