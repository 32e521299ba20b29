/** Program: makes an empty PGlite cluster in the folder that is its argument. Run by template.ts in a process of its own. */
import { PGlite } from '@electric-sql/pglite';

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: make-template.ts FOLDER');
const database = await PGlite.create(directory);
await database.exec('checkpoint');
await database.close();
