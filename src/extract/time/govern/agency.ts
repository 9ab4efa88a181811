const AGENCY =
  /^[^\S\n]*(?:\([^()\n]{2,40}\)[^\S\n]*[-–—:]?|[\p{L}\p{M}\p{N}.]+(?: [\p{L}\p{M}\p{N}.]+){0,3}[^\S\n]*[-–—:])[^\S\n]*/u;

/** The words before a time without what a press text begins with: "(Baogialai) - ", "QĐND – ", "Lào Cai: ". */
export const afterAgency = (before: string): string => before.replace(AGENCY, '');
