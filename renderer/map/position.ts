export type Position = [x: number, y: number];
