import { describe } from 'vitest';
import { testMessages } from './messages.ts';

describe('messages between nodes', testMessages);
