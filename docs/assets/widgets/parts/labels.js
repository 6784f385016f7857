// Names beside points, where there is room for them.

const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Place one name after another beside its circle; who comes first chooses first. A name that finds
 * no room is left out. `points` have x, y, r and a name with its width; `room` is a box.
 */
export function placed(points, height, room, obstacles) {
  const taken = [];
  const found = [];
  for (const { x, y, r, name, width } of points) {
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
    const boxes = corners
      .map(([right, down]) => ({
        left: x + right,
        top: y + down,
        right: x + right + width,
        bottom: y + down + height,
      }))
      .filter(
        (box) =>
          box.left >= room.left
          && box.right <= room.right
          && box.top >= room.top
          && box.bottom <= room.bottom
          && !taken.some((other) => overlap(box, other)),
      );
    // Of the places that are free of names, the one that covers fewest circles' middles.
    const covered = (box) =>
      obstacles.filter((o) =>
        overlap(box, {
          left: o.x - 3,
          right: o.x + 3,
          top: o.y - 3,
          bottom: o.y + 3,
        }),
      ).length;
    const [box] = boxes.sort((a, b) => covered(a) - covered(b));
    if (!box || covered(box) > 1) continue;
    taken.push(box);
    found.push({ name, x: box.left, y: (box.top + box.bottom) / 2 });
  }
  return found;
}
