#!/bin/sh
# Make the pipeline from raw data: prepare, embed, teach, distil, train, join, score, package.
#
#   DATA=… PARALLEL=… WORK=… VERSION=0.1.0 models/id_konstelasi_news/train.sh   (full paths)
#
# DATA      UD_Indonesian-{CSUI,GSD,PUD}, idner-news-2k, idcrossner, indonlu/nergrit_ner-grit
# PARALLEL  panl-int-en.dev.txt and panl-int-id.dev.txt, aligned line by line
# WORK      a folder for intermediate files (1 GB)
# RENAMED   any value adds a third round of names (README.md, "Tried"); needs Konstelasi with its current pipeline
set -eu
: "${DATA:?}" "${PARALLEL:?}" "${WORK:?}" "${VERSION:?}"
LINES=4000
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 TEACHER_STATES="$WORK/states"
cd "$(dirname "$0")/../.." # the root of the repository; modules and paths are relative to it
HERE=models/id_konstelasi_news
run() { script=$1; shift; python -m "models.id_konstelasi_news.$script" "$@"; }

train() { # config, code, output, training data, development data, further options
    config=$1 code=$2 out=$3 data=$4 dev=$5
    shift 5
    python -m spacy train "$HERE/configs/$config.cfg" --code "$HERE/$code" --output "$out" \
        --paths.train "$data" --paths.dev "$dev" "$@"
}

run prepare_treebanks "$DATA" "$WORK/ud"
run prepare_entities "$DATA" "$WORK/ner"
run silver "$PARALLEL/panl-int-en.dev.txt" "$PARALLEL/panl-int-id.dev.txt" \
    $LINES "$WORK/ner/open.spacy"
cp "$WORK/ner/open.spacy" "$WORK/ner/train/silver.spacy"
run vectors "$WORK/vectors" "$WORK/ner/train/gold.spacy" "$WORK/ud/train/gold.spacy"

# Syntax: the teacher is trained on gold, the pipeline on gold (twice) and on the teacher's output.
train teacher_syntax teacher.py "$WORK/teacher" "$WORK/ud/train" "$WORK/ud/dev.spacy"
run distil "$WORK/teacher/model-best" "$WORK/ud/train/distilled.spacy" \
    --lines $LINES "$PARALLEL/panl-int-id.dev.txt"
cp "$WORK/ud/train/gold.spacy" "$WORK/ud/train/gold_again.spacy"
train syntax tokenizer.py "$WORK/syntax" "$WORK/ud/train" "$WORK/ud/dev.spacy" \
    --paths.vectors "$WORK/vectors"
run distil "$WORK/teacher/model-best" "$WORK/ud/train/distilled_names.spacy" \
    --docs 2700 "$WORK/ner/train/gold.spacy"
train syntax_again tokenizer.py "$WORK/syntax_again" "$WORK/ud/train" "$WORK/ud/dev.spacy" \
    --paths.vectors "$WORK/vectors" --paths.start "$WORK/syntax/model-best"

# Names: a second round, in which the names found by the first fill the tokens that projection left open.
train ner tokenizer.py "$WORK/names" "$WORK/ner/train" "$WORK/ner/dev.spacy" \
    --paths.vectors "$WORK/vectors"
run distil "$WORK/names/model-best" "$WORK/ner/train/silver.spacy" \
    --docs 5000 "$WORK/ner/open.spacy"
train ner_again tokenizer.py "$WORK/names_again" "$WORK/ner/train" "$WORK/ner/dev.spacy" \
    --paths.vectors "$WORK/vectors" --paths.start "$WORK/names/model-best"

NAMES="$WORK/names_again/model-best"

# Names, not in the released weights: sentences with replaced names, then with Konstelasi as second reader.
if [ -n "${RENAMED:-}" ]; then
    run augment "$WORK/ner/train/renamed_gold.spacy" 1 1 "$WORK/ner/train/gold.spacy"
    run augment "$WORK/ner/train/renamed_silver.spacy" 2 2 "$WORK/ner/open.spacy"
    train ner_again tokenizer.py "$WORK/names_renamed" "$WORK/ner/train" "$WORK/ner/dev.spacy" \
        --paths.vectors "$WORK/vectors" --paths.start "$NAMES" --training.max_epochs 2
    run second_reader "$PARALLEL/panl-int-id.dev.txt" $LINES "$WORK/ner/open.spacy" "$WORK/ner/train/silver.spacy"
    cp "$WORK/ner/train/silver.spacy" "$WORK/ner/train/silver_again.spacy"
    run augment "$WORK/ner/train/renamed_silver.spacy" 8 1 "$WORK/ner/train/silver.spacy"
    train ner_again tokenizer.py "$WORK/names_taught" "$WORK/ner/train" "$WORK/ner/dev.spacy" \
        --paths.vectors "$WORK/vectors" --paths.start "$WORK/names_renamed/model-last" --training.max_epochs 1
    NAMES="$WORK/names_taught/model-last"
fi

run assemble "$WORK/syntax_again/model-best" "$NAMES" "$WORK/joined" "$VERSION"
run evaluate "$WORK/joined" "$WORK/ud" "$WORK/ner"
mkdir -p "$WORK/dist"
python -m spacy package "$WORK/joined" "$WORK/dist" --build wheel --force
