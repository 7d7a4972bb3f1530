/** The label of a cluster on the map. */
export interface MapLabel {
  key: number;
  text: string;
  /** Index of the point to which the label is attached. */
  point: number;
  weight: number;
  /** Colour of the cluster; null if the points are not coloured by cluster. */
  colour: string | null;
  /** Whether the selection has a condition on the cluster. */
  selected: boolean;
  /** Whether none of the cluster's users are selected. */
  faded: boolean;
}
