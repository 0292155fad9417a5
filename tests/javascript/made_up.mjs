// Made-up numbers for tests, the same in every run.

export function generator(seed = 1) {
  let state = seed;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const whole = (least, most) => least + Math.floor(random() * (most - least + 1));
  const among = (items) => items[whole(0, items.length - 1)];
  return { random, whole, among };
}
