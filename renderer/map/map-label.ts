/** The label of a cluster on the map. */
export interface MapLabel {
  key: number;
  text: string;
  /** Index of the point to which the label is attached. */
  point: number;
  weight: number;
  /** Colour of the cluster; null if the points are coloured by something else. */
  colour: string | null;
  /** Whether the selection names the cluster. */
  selected: boolean;
  /** Whether none of the cluster's users are selected. */
  faded: boolean;
}
