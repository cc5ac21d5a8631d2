# The processor in a container. Build the program first (mvn package), then: docker build -t andon .
FROM eclipse-temurin:25-jre

LABEL org.opencontainers.image.title="Andon" \
      org.opencontainers.image.description="Routes camera frames to machines or to people by how much a vision-language model's answers differ" \
      org.opencontainers.image.licenses="Apache-2.0"

RUN groupadd --system --gid 10001 andon \
 && useradd --system --uid 10001 --gid andon --home-dir /var/lib/andon --shell /usr/sbin/nologin andon \
 && mkdir -p /var/lib/andon/state /var/lib/andon/images \
 && chown -R andon:andon /var/lib/andon

# The libraries change rarely: a layer of their own.
COPY target/andon/lib /opt/andon/lib
COPY target/andon/andon.jar /opt/andon/
COPY config /opt/andon/config

# The state is a cache of topics, but keep it: without it every start rebuilds. The images are kept nowhere else.
ENV ANDON_APPLICATION_STATE_DIR=/var/lib/andon/state \
    ANDON_IMAGES_STORE=/var/lib/andon/images \
    ANDON_SERVER_HOST=0.0.0.0 \
    ANDON_SERVER_PORT=8080
VOLUME ["/var/lib/andon/state", "/var/lib/andon/images"]

USER andon
WORKDIR /opt/andon

# /health/live, /health/ready, /metrics.
EXPOSE 8080

# No HEALTHCHECK: orchestrators ask the two themselves, and a program whose stream has ended ends too. Half of the memory is for what is not heap: RocksDB, the sentence model, buffers.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/andon/andon.jar"]
CMD ["run", "--config", "config/andon.yaml"]
