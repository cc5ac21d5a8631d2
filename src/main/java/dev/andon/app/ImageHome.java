package dev.andon.app;

import java.nio.file.Path;
import java.util.List;

import dev.andon.config.HeaderSecret;
import dev.andon.config.ImagePlace;
import dev.andon.config.ImagesConfig;
import dev.andon.config.S3Config;
import dev.andon.config.Secret;
import dev.andon.images.DirectoryImageStock;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageStock;
import dev.andon.images.ImageStore;
import dev.andon.images.StoredImages;
import dev.andon.images.s3.S3Images;
import dev.andon.images.s3.S3Keys;
import dev.andon.images.s3.S3Settings;
import org.jspecify.annotations.Nullable;

/** The configured image store. What S3 needs is loaded only where it is in S3. Any thread. */
public sealed interface ImageHome extends AutoCloseable {

    /**
     * Opens the store, without asking for anything in it.
     *
     * @throws IllegalArgumentException if a key of S3 is none, or its file cannot be read
     */
    static ImageHome of(ImagesConfig images) {
        return switch (images.store()) {
            case ImagePlace.Directory(Path path) -> new InDirectory(path);
            case ImagePlace.Bucket bucket -> new InBucket(S3Images.connect(settings(bucket, images)));
        };
    }

    /** Keeps images. */
    ImageStore store();

    /**
     * The store, if an application reads by uri what stands in it: a directory only below its roots; null otherwise.
     *
     * @param roots directories that frames may point into
     */
    @Nullable
    ImageStore readable(List<Path> roots);

    /** Reads them by uris of the store's own. */
    StoredImages stored();

    /** Clears them up. */
    ImageStock stock();

    @Override
    void close();

    private static S3Settings settings(ImagePlace.Bucket bucket, ImagesConfig images) {
        S3Config s3 = images.s3();
        return new S3Settings(bucket.name(), bucket.prefix(), s3.endpoint(), s3.region(), keys(s3), s3.pathStyle(),
                s3.connectTimeout(), s3.callTimeout(), images.fetchTimeout());
    }

    private static @Nullable S3Keys keys(S3Config s3) {
        String access = key("images.s3.accessKey", s3.accessKey(), s3.accessKeyFile());
        String secret = key("images.s3.secretKey", s3.secretKey(), s3.secretKeyFile());
        return access == null || secret == null ? null : new S3Keys(access, secret);
    }

    private static @Nullable String key(String setting, @Nullable Secret given, @Nullable Path file) {
        if (given != null) {
            return HeaderSecret.of(setting, given.value()).value();
        }
        return file == null ? null : HeaderSecret.ofFile(setting + "File", file).value();
    }

    /** A directory; its uris are those of files. */
    record InDirectory(Path path) implements ImageHome {

        @Override
        public ImageStore store() {
            return new DirectoryImageStore(path);
        }

        @Override
        public @Nullable ImageStore readable(List<Path> roots) {
            Path here = path.toAbsolutePath().normalize();
            return roots.stream().anyMatch(root -> here.startsWith(root.toAbsolutePath().normalize())) ? store() : null;
        }

        @Override
        public StoredImages stored() {
            return StoredImages.NONE;
        }

        @Override
        public ImageStock stock() {
            return new DirectoryImageStock(path);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** A bucket. */
    record InBucket(S3Images images) implements ImageHome {

        @Override
        public ImageStore store() {
            return images.store();
        }

        @Override
        public ImageStore readable(List<Path> roots) {
            return store();
        }

        @Override
        public StoredImages stored() {
            return images.stored();
        }

        @Override
        public ImageStock stock() {
            return images.stock();
        }

        @Override
        public void close() {
            images.close();
        }
    }
}
