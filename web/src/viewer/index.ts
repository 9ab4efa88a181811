export type { FigureState, View, ViewerFigure, ViewerHandle, ViewerProps } from './types.ts';
export { Viewer } from './viewer.tsx';
