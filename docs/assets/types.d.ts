// What the site's scripts hand one another. Known in all of them without an import, and not published.

/** The words of a page's language, by name. */
type Words = Record<string, string>;

/** What `make` sets on an element: true stands without a value, false and undefined are left out. */
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** Gives a colour of the theme by its role. */
type Colour = (role: string) => string;

type Place = [row: number, column: number];

/** A value under a filter's window, and the weight that it meets. */
interface Term {
  value: number;
  weight: number;
}

/** What a cell of a board shows and says. */
interface Cell {
  text: string;
  label: string;
  tone: string;
  share?: number; // of its tone
}

/** What some browsers tell of the connection. */
interface Navigator {
  readonly connection?: { readonly saveData: boolean };
}

/** What a worker has and a page has not. */
declare var importScripts: (...addresses: (string | URL)[]) => void;

// What generators/offline.py puts into the first script of the copy for a disk.

/** The scripts' texts, by their paths from the site's root. */
declare const MODULES: Record<string, string>;
/** The search's texts, by the names of their files. */
declare const SEARCH: Record<string, string>;
/** The paths of the files that scripts of the pages fetch. */
declare const PACKED: string[];
declare var cvOffline: { arrived: (path: string, text: string) => void };

// ----- The lab

/** Numbers of a file, row by row. */
interface Tensor {
  values: Float32Array;
  shape: number[];
}

/** What a layer makes of a picture: [channels, height, width], or [features]. */
interface Maps extends Tensor {
  from?: Int32Array; // of a pooling: where in the layer below each value was found
}

/** What every layer made of a picture, by name; the picture itself is `input`. */
type Pass = Record<string, Maps>;

interface Windows {
  kernel_size: number;
  stride: number;
  padding: number;
}
interface Weights {
  weight: Tensor;
  bias: Tensor;
}
interface Convolution extends Windows, Weights {
  kind: "conv2d";
  name: string;
}
interface Pooling extends Windows {
  kind: "maxpool2d";
  name: string;
}
interface Linear extends Weights {
  kind: "linear";
  name: string;
}
type Plain = { kind: "relu"; name: string } | { kind: "flatten"; name: string };
type Layer = Convolution | Pooling | Linear | Plain;

/** One value of a layer's maps. */
interface Unit {
  layer: string;
  map: number;
  row: number;
  column: number;
}

/** The pixels that a unit depends on, the last ones included. */
interface Field {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What a reader has drawn and set. */
interface State {
  strokes: number[][][]; // lists of [x, y] in quarters of a pixel
  digit: number | null; // the place of a test digit that lies below the strokes
  centre: boolean;
  remap: boolean;
  kind: string; // of noise
  noise: number; // percent
  seed: number;
  right: number; // pixels
  down: number;
  turn: number; // degrees
  scale: number; // percent
  chosen: number | null; // the class of the heat map; null is the CNN's answer
  unit: Unit;
}

/** Both networks, and in which order they get the pixels; none where that is the picture's. */
interface Networks {
  lenet5: Layer[];
  mlp: Layer[];
  order?: Int32Array;
}

/** Digits of the test set, `each` of them of every class. */
interface Digits {
  count: number;
  each: number;
  images: Float32Array[];
}

/** Colours as a canvas keeps them, and the value that the first stands for. */
interface Ramp {
  least: number;
  colours: Uint32Array;
}
type Ramps = Record<"grey" | "signed" | "heat", Ramp>;
