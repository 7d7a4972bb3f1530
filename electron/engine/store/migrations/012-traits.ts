/** Computed traits: `formula` is the text of a formula (`docs/TRAITS.md`). */
export const traits = `
CREATE TABLE traits (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  formula TEXT NOT NULL,
  unit TEXT NOT NULL,
  description TEXT NOT NULL,
  created INTEGER NOT NULL
);
`;
