#include "AnnotationKeeper.h"

#include <utility>

#include "KeptFileWriter.h"
#include "SlideKeyedFile.h"
#include "annotation/AnnotationFile.h"
#include "handover/Background.h"

namespace isostain {

namespace {

namespace fs = std::filesystem;

Result<void> keep(const std::vector<Annotation>& annotations, const fs::path& file)
{
    std::error_code error;
    if (annotations.empty()) {
        fs::remove(file, error);
        return {};
    }
    if (auto made = makePrivateFolder(file.parent_path()); !made)
        return made;
    return writeAnnotationFile(annotations, file, Overwrite::Yes);
}

}

AnnotationKeeper::AnnotationKeeper(Background& background, KeptFileWriter& writer, AnnotationStore& store, QString folder,
                                   QObject* parent)
    : QObject(parent),
      m_background(background),
      m_writer(writer),
      m_store(store),
      m_folder(std::move(folder))
{
    connect(&store, &AnnotationStore::changed, this, [this] {
        if (!m_isLoading && !m_file.empty())
            write();
    });
    connect(&writer, &KeptFileWriter::changed, this, [this](const fs::path& file, const QObject* by) {
        if (const auto* other = qobject_cast<const AnnotationKeeper*>(by); other && other != this && file == m_file)
            follow(*other);
    });
}

void AnnotationKeeper::setSlide(const SlidePtr& slide)
{
    show({});
    m_file = slide ? slideKeyedFile(m_folder, slide->info().path, "geojson") : fs::path();
    m_isAwaited = !m_file.empty();
    if (m_isAwaited)
        m_writer.whenIdle(*this, [this, file = m_file] { read(file); });
}

void AnnotationKeeper::show(std::vector<Annotation> annotations)
{
    m_isLoading = true;
    m_store.reset(std::move(annotations));
    m_isLoading = false;
}

void AnnotationKeeper::follow(const AnnotationKeeper& other)
{
    m_isAwaited = false; // what is on its way from the disk is older
    show(valuesOf(other.m_store.annotations()));
}

void AnnotationKeeper::read(const fs::path& asked)
{
    if (asked != m_file || !m_isAwaited)
        return;
    m_background.run(
        this, [file = m_file] { return readAnnotationFile(file); },
        [this, file = m_file](Result<std::vector<Annotation>> read) {
            if (file != m_file || !std::exchange(m_isAwaited, false))
                return;
            if (!read) {
                if (read.error().code != ErrorCode::FileNotFound)
                    emit failed(read.error());
                return;
            }
            if (!m_store.annotations().empty()) // somebody was quicker than the disk
                return m_store.addAll(std::move(*read), tr("Restore"));
            show(std::move(*read));
        });
}

void AnnotationKeeper::write()
{
    m_writer.write(m_file, *this, [file = m_file, annotations = m_store.annotations()] { return keep(valuesOf(annotations), file); });
}

}
