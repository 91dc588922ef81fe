/** What a change means for the people who upload: better, worse, or both. */
import type { Direction, Position, Reading, Topic } from '../../domain.ts';
import type { News } from './newly-said.ts';

/** What weighs most decides: training, then who may take, then the rest. */
const WEIGHT: Readonly<Record<Topic, number>> = {
  training: 3,
  'third-party-training': 3,
  scraping: 2,
  pay: 1,
  'ai-content': 1,
  likeness: 1,
  'ai-features': 1,
  'automated-decisions': 0,
};

/** Where a position leaves the creator, from best to worst. */
const STANDING: Readonly<Record<Position, number>> = {
  prohibited: 0,
  'opt-in': 1,
  silent: 2,
  unclear: 2,
  'opt-out': 3,
  limited: 4,
  permitted: 5,
};

const TRAINS_ANYWAY: ReadonlySet<Position> = new Set(['opt-in', 'limited', 'permitted']);

/**
 * What the heaviest topics say together. On training the two positions decide where they differ: that a right to object is not
 * mentioned any more is no gain when training is now simply permitted.
 */
export function directionOf(all: readonly News[], training?: Reading['training']): Direction {
  const known = all.filter(({ statement }) => !statement.byDefault);
  // Where a rule knows what is new, what none knows is only more of it.
  const news = known.length > 0 ? known : all;
  const heaviest = Math.max(...news.map(({ statement }) => WEIGHT[statement.topic]));
  const telling = news.filter(({ statement }) => WEIGHT[statement.topic] === heaviest);
  // The promise stands, and beside it something was allowed.
  if (training?.old === 'prohibited' && training.new === 'limited') return 'mixed';
  const moved = training === undefined ? 0 : STANDING[training.new] - STANDING[training.old];
  const directions = new Set(
    telling.map(({ statement, side, direction }) => {
      // That others are kept out is no gain where the platform itself now trains.
      const follows = statement.topic === 'training' || (statement.topic === 'third-party-training' && moved > 0);
      if (moved !== 0 && follows) return moved > 0 ? 'worse' : 'better';
      // Where it trains anyway, that one may object is a gain.
      const eased =
        side === 'gained' && statement.position === 'opt-out' && !statement.byOthers && training !== undefined;
      return eased && TRAINS_ANYWAY.has(training.old) ? 'better' : direction;
    }),
  );
  if (directions.size > 1) directions.delete('neutral');
  return directions.size === 1 ? ([...directions][0] ?? 'neutral') : 'mixed';
}
