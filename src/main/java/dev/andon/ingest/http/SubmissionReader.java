package dev.andon.ingest.http;

import java.util.List;

import dev.andon.core.frame.ImageBytes;

/** Reads what a request brings. Immutable. */
record SubmissionReader(ImageLimit limit) {

    private static final String IMAGE = "image";

    /** @throws Refused if it brings no image, or says too little or nonsense about it */
    Submission read(Post post) throws Refused {
        LabelReader labels = new LabelReader();
        post.labels().forEach(header -> labels.header(header.getKey(), header.getValue()));
        return post.isForm() ? form(post, labels) : bare(post, labels);
    }

    /** What is wrong with the headers is said before the image is read. */
    private static Submission bare(Post post, LabelReader labels) throws Refused {
        Labels said = labels.read();
        byte[] image = post.body().read();
        if (image.length == 0) {
            throw new Refused(Answer.problem(400, "the body is empty: send the image"));
        }
        return new Submission(said, ImageBytes.of(image));
    }

    private Submission form(Post post, LabelReader labels) throws Refused {
        Form form = Form.of(post.contentType(), post.body().read());
        form.parts().stream().filter(part -> !part.name().equals(IMAGE))
                .forEach(part -> labels.field(part.name(), part.content()));
        List<byte[]> images = form.parts().stream().filter(part -> part.name().equals(IMAGE))
                .map(part -> part.content().array())
                .toList();
        if (images.size() != 1 || images.getFirst().length == 0) {
            labels.problem("the part image is " + (images.size() > 1
                    ? "there more than once: send each image in a request of its own"
                    : "missing or empty: send the image in it"));
        }
        Labels said = labels.read();
        return new Submission(said, ImageBytes.of(fitting(images.getFirst())));
    }

    private byte[] fitting(byte[] image) throws Refused {
        if (image.length > limit.bytes()) {
            throw new Refused(Answer.problem(413, "the image has " + image.length + " bytes, at most " + limit.bytes()
                    + " are taken: " + limit.remedy()));
        }
        return image;
    }
}
