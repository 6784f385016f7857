// Names beside points, where there is room for them.

/**
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 * @typedef {{ x: number, y: number }} Point
 * @typedef {Point & { r: number, name: string, width: number }} Named a circle, and its name's width
 * @typedef {Point & { name: string }} Label
 */

/** @param {Box} a @param {Box} b */
const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @param {Box} box @param {Box} room */
const within = (box, room) =>
  box.left >= room.left
  && box.right <= room.right
  && box.top >= room.top
  && box.bottom <= room.bottom;

/**
 * Say where a name could stand, the best places first.
 *
 * @param {Named} circle
 * @param {number} height
 * @returns {Box[]}
 */
function around({ x, y, r, width }, height) {
  const near = r + 4;
  const slant = r * 0.7 + 3;
  const corners = [
    [near, -height / 2],
    [-near - width, -height / 2],
    [-width / 2, -near - height],
    [-width / 2, near],
    [slant, -slant - height * 0.7],
    [-slant - width, -slant - height * 0.7],
    [slant, slant - height * 0.3],
    [-slant - width, slant - height * 0.3],
  ];
  return corners.map(([right, down]) => ({
    left: x + right,
    top: y + down,
    right: x + right + width,
    bottom: y + down + height,
  }));
}

/**
 * Place one name after another beside its circle; who comes first chooses first. A name that finds
 * no room is left out.
 *
 * @param {Named[]} circles
 * @param {number} height of a name
 * @param {Box} room
 * @param {Point[]} obstacles
 */
export function placed(circles, height, room, obstacles) {
  /** @type {Box[]} */
  const taken = [];
  /** @type {Label[]} */
  const found = [];
  /** @param {Box} box */
  const covered = (box) =>
    obstacles.filter(({ x, y }) =>
      overlap(box, { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }),
    ).length;
  for (const circle of circles) {
    const free = around(circle, height).filter(
      (box) => within(box, room) && !taken.some((other) => overlap(box, other)),
    );
    // Of the places that are free of names, the one that covers fewest circles' middles.
    const [box] = free.sort((a, b) => covered(a) - covered(b));
    if (!box || covered(box) > 1) continue;
    taken.push(box);
    found.push({ name: circle.name, x: box.left, y: (box.top + box.bottom) / 2 });
  }
  return found;
}
