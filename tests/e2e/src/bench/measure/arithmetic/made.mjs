// Customers who buy at a pace of their own until they leave, and what lay in their baskets: the same from a seed, for both sides.

/** Numbers in [0, 1). */
function dice(seed) {
  let a = seed | 0, b = 0x6a09e667, c = 0xbb67ae85, d = 0x3c6ef372;
  const next = () => {
    let t = a ^ (a << 11);
    t ^= t >>> 8;
    a = b; b = c; c = d;
    d = (d ^ (d >>> 19) ^ t) | 0;
    return (d >>> 0) / 4294967296;
  };
  for (let i = 0; i < 24; i++) next();
  return next;
}

/** Marsaglia and Tsang (2000). */
function gammas(u) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u());
  return function gamma(shape) {
    if (shape < 1) return gamma(shape + 1) * (1 - u()) ** (1 / shape);
    const d = shape - 1 / 3, c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal(), v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(1 - u()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  };
}

const SPAN = 1096, FIRST_DAY = 19358, ORDERS = 10, PRODUCTS = 500;

/** Exactly ten orders a customer, in the sequence of their days; who has fewer purchase days leaves room for others. */
export function made(n) {
  const u = dice(20260101), gamma = gammas(u);
  const rows = ORDERS * n;
  const bought = { who: new Uint32Array(rows), when: new Uint16Array(rows), what: new Uint32Array(rows) };
  const x = new Uint32Array(n), tx = new Float64Array(n), T = new Float64Array(n);
  let row = 0, maxX = 0;
  const put = (who, when, amount) => {
    bought.who[row] = who;
    bought.when[row] = when;
    bought.what[row++] = amount;
  };
  for (let c = 0; c < n; c++) {
    const first = (u() * (SPAN - 60)) | 0, pace = gamma(0.8) / 26, mean = 500 + u() ** 4 * 200_000;
    const leaves = (() => { const a = gamma(0.8), b = gamma(9); return a / (a + b); })();
    const amount = () => 1 + ((mean * (0.5 + u())) | 0);
    T[c] = SPAN - 1 - first;
    // Everybody else gets a first order at least.
    const room = rows - (n - c - 1);
    put(c, first, amount());
    let day = first, time = first;
    while (u() >= leaves) {
      time += -Math.log(1 - u()) / pace;
      if (time >= SPAN || row >= room) break;
      const next = Math.floor(time);
      // Two orders of a day are one purchase.
      if (next > day) x[c]++;
      day = next;
      put(c, day, amount());
    }
    tx[c] = day - first;
    if (x[c] > maxX) maxX = x[c];
  }
  const drawn = row;
  // What is missing are second orders on days on which somebody bought anyway: they change no purchase day.
  while (row < rows) {
    const like = (u() * drawn) | 0;
    put(bought.who[like], bought.when[like], bought.what[like]);
  }
  return { n, drawn, ...byDay(bought), repeats: { x, tx, T, maxX }, lines: lines(u, rows), span: SPAN, asOf: FIRST_DAY + SPAN - 1 };
}

function byDay({ who, when, what }) {
  const start = new Uint32Array(SPAN + 1);
  for (const day of when) start[day + 1]++;
  for (let day = 0; day < SPAN; day++) start[day + 1] += start[day];
  const customer = new Uint32Array(who.length), day = new Uint16Array(who.length), cents = new Uint32Array(who.length);
  for (let i = 0; i < who.length; i++) {
    const place = start[when[i]]++;
    customer[place] = who[i];
    day[place] = when[i];
    cents[place] = what[i];
  }
  return { customer, day, cents, days: Int32Array.from(day, (d) => d + FIRST_DAY), amounts: BigInt64Array.from(cents, BigInt) };
}

/** As many lines as orders; a third of the products bring their companion along. */
function lines(u, rows) {
  const basket = new Uint32Array(rows), product = new Uint16Array(rows), inside = new Set();
  let row = 0, nBaskets = 0;
  while (row < rows) {
    inside.clear();
    const size = 2 + ((u() * 7) | 0);
    while (inside.size < size) {
      const p = (u() ** 2 * PRODUCTS) | 0;
      inside.add(p);
      if (inside.size < size && u() < 0.33) inside.add((p * 7 + 13) % PRODUCTS);
    }
    for (const p of inside) {
      if (row === rows) break;
      basket[row] = nBaskets;
      product[row++] = p;
    }
    nBaskets++;
  }
  return { basket, product, products: PRODUCTS, nBaskets, items: Uint32Array.from(product) };
}
