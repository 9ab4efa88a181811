export function at(path: string): string;
export function commandLine(): {
  write: boolean;
  sets: { name: string; made: string; directory: string; unread: boolean }[];
};
export function belongs(set: { documents?: string }): (name: string) => boolean;
