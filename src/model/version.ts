/** Version of this package, as package.json gives it; every record names it. */
export const VERSION = '0.1.0';
