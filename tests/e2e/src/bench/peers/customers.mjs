// Started in the folder of peers: writes their customers as a file that Kith takes in, and what they look for.
// node customers.mjs <number of customers> <folder for the files>
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { customers } from './lib/data.mjs';
import { corpus, typing } from './search/corpus.mjs';

const count = Number(process.argv[2]);
const folder = process.argv[3];

// The names of columns that Kith knows; the others become custom fields.
const COLUMNS = {
  'customer id': (one) => one.id,
  name: (one) => one.name,
  company: (one) => one.company,
  email: (one) => one.email,
  phone: (one) => one.phone,
  city: (one) => one.city,
  tags: (one) => one.tags.join(','),
  stage: (one) => one.stage,
  source: (one) => one.source,
  owner: (one) => one.owner,
  since: (one) => one.createdAt,
  touched: (one) => one.updatedAt,
  bought: (one) => one.orders,
  spent: (one) => one.spent,
  notes: (one) => one.note,
};

const cell = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
const file = (rows) => {
  const lines = rows.map((row) => Object.values(COLUMNS).map((read) => cell(read(row))).join(','));
  return `${Object.keys(COLUMNS).join(',')}\n${lines.join('\n')}\n`;
};

const searched = corpus(count);
writeFileSync(join(folder, 'stored.csv'), file(customers(count)));
writeFileSync(join(folder, 'searched.csv'), file(searched));
writeFileSync(join(folder, 'queries.json'), JSON.stringify(typing(searched)));
