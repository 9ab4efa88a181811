export * from './codes.ts';
export * from './document.ts';
export * from './failure.ts';
export * from './figure.ts';
export * from './message.ts';
export * from './place.ts';
export * from './record.ts';
export * from './span.ts';
