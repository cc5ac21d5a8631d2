/**
 * The image store in S3, on any server that speaks it. Depends on {@code images} and the AWS SDK, which nothing else knows.
 */
@NullMarked
package dev.andon.images.s3;

import org.jspecify.annotations.NullMarked;
