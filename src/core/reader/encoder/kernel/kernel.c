/*
 * The hot loops of the encoder (../network.ts) in WebAssembly SIMD.
 *
 * Weights are 8-bit integers with one scale a row, widened to 16 bits when they are loaded; what goes in is rounded to as many bits
 * as a 32-bit sum can hold (`most` below) with one scale a token. Sums are exact, so every machine gets the same result: nothing here
 * is "relaxed" SIMD, and no multiplication is fused with an addition. Nothing is allocated: the caller lays out the memory and hands
 * in addresses. All sizes are checked by the caller (../network.ts).
 *
 * Rebuild after a change (needs clang and lld 16; writes kernel-binary.ts and the next line):
 *     sh src/core/reader/encoder/kernel/build.sh
 * sha256 of the compiled kernel: 032428ddc6092d4d78e4723c2f37d806f3f99f51997214d54bef0a73cc598e74
 */
#include <wasm_simd128.h>

/* What product() works on at once: so many tokens by so many columns fit in the registers of x64 and ARM. */
enum { TOKENS = 4, VECTORS = 2, COLUMNS = 4 * VECTORS };

#define EXPORT(name) __attribute__((export_name(name)))

static inline v128_t splat(float value) { return wasm_f32x4_splat(value); }

static inline float sum_of(v128_t v) {
  return (wasm_f32x4_extract_lane(v, 0) + wasm_f32x4_extract_lane(v, 1)) +
         (wasm_f32x4_extract_lane(v, 2) + wasm_f32x4_extract_lane(v, 3));
}

static inline float most_of(v128_t v) {
  v = wasm_f32x4_pmax(v, wasm_i32x4_shuffle(v, v, 2, 3, 0, 1));
  v = wasm_f32x4_pmax(v, wasm_i32x4_shuffle(v, v, 1, 0, 3, 2));
  return wasm_f32x4_extract_lane(v, 0);
}

/* e^x for x <= 0, to about seven digits: 2^n times a Taylor series on what remains, |rest| <= ln 2 / 2. */
static inline v128_t exp_below_zero(v128_t x) {
  x = wasm_f32x4_pmax(x, splat(-87.0f));
  v128_t n = wasm_f32x4_nearest(wasm_f32x4_mul(x, splat(1.44269504f)));
  v128_t rest = wasm_f32x4_sub(x, wasm_f32x4_mul(n, splat(0.693359375f)));
  rest = wasm_f32x4_add(rest, wasm_f32x4_mul(n, splat(2.12194440e-4f)));
  v128_t sum = splat(1.0f / 720);
  sum = wasm_f32x4_add(wasm_f32x4_mul(sum, rest), splat(1.0f / 120));
  sum = wasm_f32x4_add(wasm_f32x4_mul(sum, rest), splat(1.0f / 24));
  sum = wasm_f32x4_add(wasm_f32x4_mul(sum, rest), splat(1.0f / 6));
  sum = wasm_f32x4_add(wasm_f32x4_mul(sum, rest), splat(0.5f));
  sum = wasm_f32x4_add(wasm_f32x4_mul(sum, rest), splat(1.0f));
  sum = wasm_f32x4_add(wasm_f32x4_mul(sum, rest), splat(1.0f));
  /* 1.5 * 2^23 + n keeps n in its lowest bits, which become the exponent. */
  v128_t exponent = wasm_i32x4_shl(wasm_f32x4_add(n, splat(12582912.0f + 127)), 23);
  return wasm_f32x4_mul(sum, exponent);
}

/*
 * Rounds each token's row to integers from -most to most.
 * from: f32 [tokens][width], width a multiple of 8. to: i16 [tokens / TOKENS][width / 2][TOKENS][2]. scales: f32 [tokens].
 */
EXPORT("quantise")
void quantise(const float *from, int tokens, int width, float most, short *to, float *scales) {
  for (int token = 0; token < tokens; token++, from += width) {
    v128_t largest = splat(0);
    for (int i = 0; i < width; i += 4) largest = wasm_f32x4_pmax(largest, wasm_f32x4_abs(wasm_v128_load(from + i)));
    float top = most_of(largest);
    scales[token] = top / most;
    v128_t factor = splat(top > 1e-30f ? most / top : 0), magic = splat(12582912.0f);
    int *out = (int *)to + token / TOKENS * (width / 2) * TOKENS + token % TOKENS;
    for (int i = 0; i < width; i += 8, out += 4 * TOKENS) {
      v128_t low = wasm_f32x4_add(wasm_f32x4_mul(wasm_v128_load(from + i), factor), magic);
      v128_t high = wasm_f32x4_add(wasm_f32x4_mul(wasm_v128_load(from + i + 4), factor), magic);
      v128_t pairs = wasm_i16x8_shuffle(low, high, 0, 2, 4, 6, 8, 10, 12, 14);
      wasm_v128_store32_lane(out, pairs, 0);
      wasm_v128_store32_lane(out + TOKENS, pairs, 1);
      wasm_v128_store32_lane(out + 2 * TOKENS, pairs, 2);
      wasm_v128_store32_lane(out + 3 * TOKENS, pairs, 3);
    }
  }
}

/*
 * to = from * weights + bias.
 * from, scales: as quantise() wrote them. weights: i16 [columns / COLUMNS][width / 2][COLUMNS][2], zeros past the last column.
 * steps, bias: f32 [columns]: a weight's value is its integer times its column's step. to: f32 [tokens][columns], room for whole
 * groups of TOKENS. columns is a multiple of 4, width of 8.
 */
EXPORT("product")
void product(const short *from, const float *scales, const short *weights, const float *steps, const float *bias, float *to,
             int tokens, int width, int columns) {
  for (int column = 0; column < columns; column += COLUMNS, weights += width * COLUMNS) {
    const short *x = from;
    for (int token = 0; token < tokens; token += TOKENS) {
      v128_t sums[TOKENS][VECTORS];
      for (int t = 0; t < TOKENS; t++)
        for (int v = 0; v < VECTORS; v++) sums[t][v] = wasm_i32x4_const_splat(0);
      const short *w = weights;
#pragma clang loop unroll(disable)
      for (int pair = 0; pair < width / 2; pair++, w += 2 * COLUMNS, x += 2 * TOKENS) {
        v128_t column_weights[VECTORS];
        for (int v = 0; v < VECTORS; v++) column_weights[v] = wasm_v128_load(w + 8 * v);
        for (int t = 0; t < TOKENS; t++) {
          v128_t both = wasm_v128_load32_splat(x + 2 * t);
          for (int v = 0; v < VECTORS; v++)
            sums[t][v] = wasm_i32x4_add(sums[t][v], wasm_i32x4_dot_i16x8(both, column_weights[v]));
        }
      }
      for (int v = 0; v < VECTORS; v++) {
        int at = column + 4 * v;
        if (at >= columns) break;
        v128_t step = wasm_v128_load(steps + at), add = wasm_v128_load(bias + at);
        for (int t = 0; t < TOKENS; t++) {
          v128_t value = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sums[t][v]), wasm_f32x4_mul(splat(scales[token + t]), step));
          wasm_v128_store(to + (token + t) * columns + at, wasm_f32x4_add(value, add));
        }
      }
    }
  }
}

/* Turns a row of scores into shares that add up to 1. row: f32 [count], room for whole vectors: what lies past the end becomes 0. */
static inline void softmax(float *row, int count, float scale) {
  int whole = (count + 3) & ~3;
  for (int j = count; j < whole; j++) row[j] = row[count - 1];
  v128_t largest = wasm_v128_load(row);
  for (int j = 4; j < whole; j += 4) largest = wasm_f32x4_pmax(largest, wasm_v128_load(row + j));
  v128_t top = splat(most_of(largest)), factor = splat(scale);
  for (int j = 0; j < whole; j += 4)
    wasm_v128_store(row + j, exp_below_zero(wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(row + j), top), factor)));
  for (int j = count; j < whole; j++) row[j] = 0;
  v128_t sums = splat(0);
  for (int j = 0; j < whole; j += 4) sums = wasm_f32x4_add(sums, wasm_v128_load(row + j));
  v128_t share = splat(1.0f / sum_of(sums));
  for (int j = 0; j < whole; j += 4) wasm_v128_store(row + j, wasm_f32x4_mul(wasm_v128_load(row + j), share));
}

/*
 * Each of the first `askers` tokens looks at all `tokens`, head by head.
 * from: f32 [tokens][3][heads][width]: queries, keys, values; width a multiple of 16. to: f32 [askers][heads][width].
 * scratch: f32 [(width + 2) * (tokens rounded up to 16)].
 */
EXPORT("attention")
void attention(const float *from, int tokens, int askers, int heads, int width, float scale, float *scratch, float *to) {
  int hidden = heads * width, row = 3 * hidden, whole = (tokens + 15) & ~15;
  float *keys = scratch, *shares[2] = {scratch + width * whole, scratch + (width + 1) * whole};
  for (int head = 0; head < heads; head++, from += width, to += width) {
    for (int d = 0; d < width; d++) {
      for (int j = 0; j < tokens; j++) keys[d * whole + j] = from[j * row + hidden + d];
      for (int j = tokens; j < whole; j++) keys[d * whole + j] = 0;
    }
    for (int asker = 0; asker < askers; asker += 2) {
      int second = asker + 1 < askers ? asker + 1 : asker;
      const float *queries[2] = {from + asker * row, from + second * row};
      for (int j = 0; j < whole; j += 16) {
        v128_t sums[2][4];
        for (int a = 0; a < 2; a++)
          for (int v = 0; v < 4; v++) sums[a][v] = splat(0);
        for (int d = 0; d < width; d++) {
          v128_t first = wasm_v128_load32_splat(queries[0] + d), other = wasm_v128_load32_splat(queries[1] + d);
          for (int v = 0; v < 4; v++) {
            v128_t key = wasm_v128_load(keys + d * whole + j + 4 * v);
            sums[0][v] = wasm_f32x4_add(sums[0][v], wasm_f32x4_mul(first, key));
            sums[1][v] = wasm_f32x4_add(sums[1][v], wasm_f32x4_mul(other, key));
          }
        }
        for (int a = 0; a < 2; a++)
          for (int v = 0; v < 4; v++) wasm_v128_store(shares[a] + j + 4 * v, sums[a][v]);
      }
      for (int a = 0; a < 2; a++) softmax(shares[a], tokens, scale);
      for (int d = 0; d < width; d += 16) {
        v128_t sums[2][4];
        for (int a = 0; a < 2; a++)
          for (int v = 0; v < 4; v++) sums[a][v] = splat(0);
        const float *values = from + 2 * hidden + d;
        for (int j = 0; j < tokens; j++, values += row) {
          v128_t first = wasm_v128_load32_splat(shares[0] + j), other = wasm_v128_load32_splat(shares[1] + j);
          for (int v = 0; v < 4; v++) {
            v128_t value = wasm_v128_load(values + 4 * v);
            sums[0][v] = wasm_f32x4_add(sums[0][v], wasm_f32x4_mul(first, value));
            sums[1][v] = wasm_f32x4_add(sums[1][v], wasm_f32x4_mul(other, value));
          }
        }
        for (int v = 0; v < 4; v++) {
          wasm_v128_store(to + asker * hidden + d + 4 * v, sums[0][v]);
          wasm_v128_store(to + second * hidden + d + 4 * v, sums[1][v]);
        }
      }
    }
  }
}

/*
 * x * (1 + erf(x / sqrt 2)) / 2 in place, for `count` f32, a multiple of 4. erf by formula 7.1.26 of Abramowitz and Stegun's
 * Handbook of Mathematical Functions, right to 1.5e-7.
 */
EXPORT("gelu")
void gelu(float *values, int count) {
#pragma clang loop unroll_count(2)
  for (int i = 0; i < count; i += 4) {
    v128_t x = wasm_v128_load(values + i);
    v128_t z = wasm_f32x4_mul(wasm_f32x4_abs(x), splat(0.707106781f));
    v128_t t = wasm_f32x4_div(splat(1), wasm_f32x4_add(splat(1), wasm_f32x4_mul(z, splat(0.3275911f))));
    v128_t sum = splat(1.061405429f);
    sum = wasm_f32x4_add(wasm_f32x4_mul(sum, t), splat(-1.453152027f));
    sum = wasm_f32x4_add(wasm_f32x4_mul(sum, t), splat(1.421413741f));
    sum = wasm_f32x4_add(wasm_f32x4_mul(sum, t), splat(-0.284496736f));
    sum = wasm_f32x4_add(wasm_f32x4_mul(sum, t), splat(0.254829592f));
    sum = wasm_f32x4_mul(sum, t);
    v128_t rest = wasm_f32x4_mul(sum, exp_below_zero(wasm_f32x4_neg(wasm_f32x4_mul(z, z))));
    /* erf(|z|) is 1 - rest, so the share that stays is 1 - rest / 2 above zero and rest / 2 below. */
    v128_t half = wasm_f32x4_mul(rest, splat(0.5f));
    v128_t share = wasm_v128_bitselect(half, wasm_f32x4_sub(splat(1), half), wasm_f32x4_lt(x, splat(0)));
    wasm_v128_store(values + i, wasm_f32x4_mul(x, share));
  }
}

/*
 * values = (values + add), brought to mean 0 and variance 1 a token, times gain, plus shift.
 * values, add: f32 [tokens][width], width a multiple of 4. gain, shift: f32 [width].
 */
EXPORT("normalise")
void normalise(float *values, const float *add, const float *gain, const float *shift, int tokens, int width, float epsilon) {
  for (int token = 0; token < tokens; token++, values += width, add += width) {
    v128_t sums = splat(0);
    for (int i = 0; i < width; i += 4) {
      v128_t x = wasm_f32x4_add(wasm_v128_load(values + i), wasm_v128_load(add + i));
      wasm_v128_store(values + i, x);
      sums = wasm_f32x4_add(sums, x);
    }
    v128_t mean = splat(sum_of(sums) / width), squares = splat(0);
    for (int i = 0; i < width; i += 4) {
      v128_t x = wasm_f32x4_sub(wasm_v128_load(values + i), mean);
      squares = wasm_f32x4_add(squares, wasm_f32x4_mul(x, x));
    }
    v128_t factor = splat(1.0f / __builtin_sqrtf(sum_of(squares) / width + epsilon));
    for (int i = 0; i < width; i += 4) {
      v128_t x = wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(values + i), mean), factor);
      wasm_v128_store(values + i, wasm_f32x4_add(wasm_f32x4_mul(x, wasm_v128_load(gain + i)), wasm_v128_load(shift + i)));
    }
  }
}
