import { expect } from '@open-wc/testing';
import { config } from 'zod/mini';
import { listSchema, readShape } from '../../src/api/schemas.js';
import { errorOf, valueOf } from '../support/wire.js';

describe('shapes of answers', () => {
  it('zod was told not to compile code before the first schema was made', () => {
    expect(readShape(listSchema, { items: [] }).ok).to.equal(true);
    expect(config().jitless).to.equal(true);
  });

  it('the rows are handed on as they are, not copied', () => {
    const items = [{ a: 1 }];
    expect(valueOf(readShape(listSchema, { items })).items).to.equal(items);
  });

  it('what zod says about a wrong shape, which may quote it, is dropped', () => {
    expect(errorOf(readShape(listSchema, { items: 'secret' }))).to.deep.equal({
      code: 'protocol',
      reason: 'envelope',
      retryable: false,
      attempt: 0,
    });
  });
});
