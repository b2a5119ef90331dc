#pragma once

#include <filesystem>

#include <QObject>

#include "annotate/AnnotationStore.h"
#include "base/Error.h"
#include "slide/Slide.h"

namespace isostain {

class Background;
class KeptFileWriter;

/// Keeps each slide's annotations in the user's own folder as they are drawn, and brings them back when the slide is opened
/// again from the same place: nobody has to think of saving. What another keeper of the same writer changes on the same slide
/// shows here, too, with nothing to undo. Files are read and written in the background. GUI thread only.
class AnnotationKeeper : public QObject {
    Q_OBJECT

public:
    /// `folder` is made when it is needed. All outlive the object.
    AnnotationKeeper(Background& background, KeptFileWriter& writer, AnnotationStore& store, QString folder,
                     QObject* parent = nullptr);

    /// The store gets the annotations of this slide; null: none.
    void setSlide(const SlidePtr& slide);

signals:
    /// What was kept could not be read.
    void failed(const isostain::Error& error);

private:
    void read(const std::filesystem::path& asked);
    void write();
    void show(std::vector<Annotation> annotations);
    void follow(const AnnotationKeeper& other);

    Background& m_background;
    KeptFileWriter& m_writer;
    AnnotationStore& m_store;
    QString m_folder;
    std::filesystem::path m_file; ///< of the slide; empty: none
    bool m_isLoading = false;     ///< a change of the store is none of the user's
    bool m_isAwaited = false;     ///< the file is being read
};

}
