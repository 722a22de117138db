FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY server/src/main server/src/main
COPY static static
RUN mvn -B -ntp -q -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system tablechat && install -d -o tablechat -m 700 /data
WORKDIR /app
COPY --from=build /build/target/libs libs
COPY --from=build /build/target/tablechat.jar /build/target/tablechat ./
# The cache for a quicker start is made by the Java that will use it.
RUN ./tablechat --train
USER tablechat
# Beyond loopback TableChat starts only with a token: docker run -e TABLECHAT_TOKEN=...
ENV LC_ALL=C.UTF-8 TABLECHAT_HOST=0.0.0.0 TABLECHAT_PORT=8080 TABLECHAT_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=10s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$TABLECHAT_PORT && printf 'GET /observe/health HTTP/1.1\\r\\nHost: localhost:%s\\r\\nAuthorization: Bearer %s\\r\\nConnection: close\\r\\n\\r\\n' \"$TABLECHAT_PORT\" \"$TABLECHAT_TOKEN\" >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["./tablechat"]
