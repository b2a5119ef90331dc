#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "base/Error.h"
#include "slide/Slide.h"
#include "tiles/Viewport.h"

namespace isostain {

class Background;
class KeptFileWriter;

/// A named place of a slide. Pure value.
struct Bookmark {
    QString name;
    cv::Point2d center; ///< level-0 pixels
    double zoom = 1;    ///< device pixels per level-0 pixel
    ViewOrientation orientation;

    bool operator==(const Bookmark&) const = default;
};

/// One JSON object, and back; what makes no sense is left out.
QByteArray toJson(const std::vector<Bookmark>& bookmarks);
std::vector<Bookmark> bookmarksFromJson(const QByteArray& json);

/// The bookmarks of the slide that is open, kept in the user's own folder as they change: by the slide's place alone, so that no
/// name of a patient's slide becomes a file name there. Every change can be taken back; what another object of the same writer
/// changes on the same slide shows here, too, with nothing to take back. Files are read and written in the background. GUI
/// thread only.
class Bookmarks : public QObject {
    Q_OBJECT

public:
    static constexpr int kLongestName = 80;

    /// `folder` is made when it is needed. `background` and `writer` outlive the object.
    Bookmarks(Background& background, KeptFileWriter& writer, QString folder, QObject* parent = nullptr);

    /// Null: none.
    void setSlide(const SlidePtr& slide);
    const std::vector<Bookmark>& list() const { return m_list; }

    void add(const Bookmark& bookmark);
    void rename(int index, const QString& name);
    void remove(int index);
    bool canUndo() const { return !m_past.empty(); }
    void undo();

signals:
    void changed();

private:
    void change(std::vector<Bookmark> next);
    void read(const std::filesystem::path& asked);
    void write();
    void follow(const Bookmarks& other);

    Background& m_background;
    KeptFileWriter& m_writer;
    QString m_folder;
    std::filesystem::path m_file; ///< of the slide; empty: none
    bool m_isAwaited = false;     ///< the file is being read
    std::vector<Bookmark> m_list;
    std::vector<std::vector<Bookmark>> m_past;
};

}
