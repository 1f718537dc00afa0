import type { FilePlan, Role } from '../../api';

/** What `column` holds, by `plan`; 0/1 columns of genres all hold genres. */
export function roleAt({ roles, genreFlags }: FilePlan, column: number): Role | undefined {
  const entry = Object.entries(roles).find(([, at]) => at === column);
  if (entry) return entry[0] as Role;
  const from = roles.genres;
  const isFlag =
    genreFlags && from !== undefined && column > from && column < from + genreFlags.length;
  return isFlag ? 'genres' : undefined;
}

/** `roles` with `role` moved to `column`; without a role the column is not used. */
export function withRole(
  roles: FilePlan['roles'],
  column: number,
  role: Role | undefined,
): FilePlan['roles'] {
  const others = Object.entries(roles).filter(([name, at]) => at !== column && name !== role);
  return Object.fromEntries(role ? [...others, [role, column]] : others);
}
