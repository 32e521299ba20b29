import { matchingConformance } from './matching.ts';

matchingConformance();
