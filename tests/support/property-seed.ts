/**
 * Property tests draw from one seed, so that a run says the same of the same code; `npm run campaign:properties` draws
 * new ones. Loaded by the test runner before each file.
 */
import fc from 'fast-check';

const EVERYDAY_SEED = 20_261_124;

fc.configureGlobal({ seed: Number(process.env['TRIANGULA_PROPERTY_SEED'] ?? EVERYDAY_SEED) });
