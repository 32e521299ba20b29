/**
 * The message types that one EDIFACT reader understands, and the reader that every EDIFACT format opens.
 * An interchange may mix them; a type that is not listed here is refused message by message.
 */
import type { Reader, ReadingContext } from '../../model.ts';
import { cuscarMessage } from '../cuscar/parse.ts';
import { paxlstMessage } from '../paxlst/parse.ts';
import { pnrgovMessage } from '../pnrgov/parse.ts';
import type { MessageFormat } from './message-format.ts';
import { openInterchange } from './reader.ts';

export const messageFormats: readonly MessageFormat[] = [paxlstMessage, cuscarMessage, pnrgovMessage];

/** Opens the reader for an interchange of any of the message types. */
export const openEdifact = (context: ReadingContext): Reader => openInterchange(context, messageFormats);
