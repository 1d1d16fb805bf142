import type { SectionId } from '../framework/types.js';
import { gap } from './context.js';
import { paragraphs, table, type Body } from './reports.js';

/** In the order of the document. */
export const MEETING_SECTIONS: readonly SectionId[] = ['attendees', 'discussion', 'agreed-actions'];

export const MEETING: Partial<Record<SectionId, Body>> = {
  attendees: ({ localAuthority, integratedCareBoard }) =>
    table(
      ['Name', 'Post', 'Organisation'],
      [gap('name'), gap('post'), 'Ofsted'],
      [gap('name'), gap('post'), 'CQC'],
      [gap('name'), gap('post'), localAuthority],
      [gap('name'), gap('post'), integratedCareBoard],
      [gap('name'), gap('post'), gap('name of the parent carer forum')],
    ),
  discussion: () =>
    paragraphs(
      gap('what has changed in the area since the last inspection or meeting'),
      gap('progress with each area for improvement or priority action, with one figure from the inspection and one from today'),
      gap('how alternative provision is commissioned and overseen'),
      gap('what children, young people, parents and carers say, and what has changed because of it'),
      gap('what may go wrong in the coming year'),
    ),
  'agreed-actions': ({ localAuthority, integratedCareBoard }) =>
    table(
      ['Action', 'Lead', 'By when'],
      [gap('action'), `${gap('post')}, ${localAuthority}`, gap('due date')],
      [gap('action'), `${gap('post')}, ${integratedCareBoard}`, gap('due date')],
    ),
  glossary: () => table(['Word', 'What it means'], [gap('word'), gap('what it means')]),
  'alternative-provision': () => gap('how alternative provision is commissioned and overseen'),
  'co-production': () => gap('who took part, when and how, and what changed because of it'),
};

export const meetingOpening: Body = ({ inspection, inspectionDates }) =>
  paragraphs(
    `Date of meeting: ${gap('date of the meeting')}`,
    `This note records the annual engagement meeting about children and young people with special educational needs and/or disabilities (SEND). The meeting was between Ofsted, the Care Quality Commission (CQC) and the local area partnership. The last full inspection took place ${inspection && inspection.start === inspection.end ? 'on' : 'from'} ${inspectionDates}.`,
  );

export const meetingEnding: Body = () => `The next annual engagement meeting will be on ${gap('date of the next meeting')}.`;
