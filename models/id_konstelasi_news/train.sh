#!/bin/sh
# Make the pipeline from raw data: prepare, embed, teach, distil, train, join, score, package.
#
#   DATA=… PARALLEL=… WORK=… VERSION=0.1.0 models/id_konstelasi_news/train.sh   (full paths)
#
# DATA      UD_Indonesian-{CSUI,GSD,PUD}, idner-news-2k, idcrossner, indonlu/nergrit_ner-grit
# PARALLEL  panl-int-en.dev.txt and panl-int-id.dev.txt, aligned line by line
# WORK      a folder for what is made on the way (1 GB)
set -eu
: "${DATA:?}" "${PARALLEL:?}" "${WORK:?}" "${VERSION:?}"
LINES=4000
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 TEACHER_STATES="$WORK/states"
cd "$(dirname "$0")/../.." # the repository, from which modules and paths are named
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
    $LINES "$WORK/ner/train/silver.spacy"
run vectors "$WORK/vectors" "$WORK/ner/train/gold.spacy" "$WORK/ud/train/gold.spacy"

train teacher_syntax teacher.py "$WORK/teacher_syntax" "$WORK/ud/train" "$WORK/ud/dev.spacy"
run distil "$WORK/teacher_syntax/model-best" "$WORK/ud/train/distilled.spacy" \
    --lines $LINES "$PARALLEL/panl-int-id.dev.txt"
cp "$WORK/ud/train/gold.spacy" "$WORK/ud/train/gold_again.spacy" # gold counts twice

train syntax tokenizer.py "$WORK/syntax" "$WORK/ud/train" "$WORK/ud/dev.spacy" \
    --paths.vectors "$WORK/vectors"
train ner tokenizer.py "$WORK/entities" "$WORK/ner/train" "$WORK/ner/dev.spacy" \
    --paths.vectors "$WORK/vectors"

run assemble "$WORK/syntax/model-best" "$WORK/entities/model-best" "$WORK/joined" "$VERSION"
run evaluate "$WORK/joined" "$WORK/ud" "$WORK/ner"
python -m spacy package "$WORK/joined" "$WORK/dist" --build wheel --force
