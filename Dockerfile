# The application alone; compose.yaml starts it with its database.
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml LICENSE README.md ./
COPY graph graph
COPY importers importers
COPY dashboards dashboards
COPY webapp webapp
RUN pip install --no-cache-dir --no-deps . && useradd --system --create-home knotenpunkt \
    && mkdir /data && chown knotenpunkt /data
USER knotenpunkt
ENV KNOTENPUNKT_DATA=/data
VOLUME /data
EXPOSE 8000
CMD ["knotenpunkt", "serve", "--own", "--host", "0.0.0.0", "--port", "8000"]
