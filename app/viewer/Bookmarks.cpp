#include "Bookmarks.h"

#include <cmath>
#include <system_error>
#include <utility>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "KeptFileWriter.h"
#include "SlideKeyedFile.h"
#include "base/AtomicFile.h"
#include "handover/Background.h"

namespace isostain {

namespace fs = std::filesystem;

namespace {

constexpr int kFormat = 1;
constexpr std::size_t kMost = 1000; ///< of a slide
constexpr std::size_t kMostPast = 100;
const QString kFormatKey = QStringLiteral("isostain-bookmarks");

Result<void> keep(const std::vector<Bookmark>& bookmarks, const fs::path& file)
{
    std::error_code error;
    if (bookmarks.empty()) {
        fs::remove(file, error);
        return {};
    }
    if (auto made = makePrivateFolder(file.parent_path()); !made)
        return made;
    const QByteArray json = toJson(bookmarks);
    return writeFileAtomically(file, std::string_view(json.constData(), std::size_t(json.size())), Overwrite::Yes);
}

}

QByteArray toJson(const std::vector<Bookmark>& bookmarks)
{
    QJsonArray places;
    for (const Bookmark& each : bookmarks)
        places.append(QJsonObject{{QStringLiteral("name"), each.name},
                                  {QStringLiteral("x"), each.center.x},
                                  {QStringLiteral("y"), each.center.y},
                                  {QStringLiteral("zoom"), each.zoom},
                                  {QStringLiteral("degrees"), each.orientation.degrees},
                                  {QStringLiteral("mirrored"), each.orientation.isMirrored}});
    return QJsonDocument(QJsonObject{{kFormatKey, kFormat}, {QStringLiteral("places"), places}}).toJson();
}

std::vector<Bookmark> bookmarksFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    std::vector<Bookmark> bookmarks;
    if (object.value(kFormatKey).toInt() != kFormat)
        return bookmarks;
    const QJsonArray places = object.value(QStringLiteral("places")).toArray();
    for (const auto& value : places) {
        const QJsonObject place = value.toObject();
        Bookmark bookmark{place.value(QStringLiteral("name")).toString().left(Bookmarks::kLongestName),
                          {place.value(QStringLiteral("x")).toDouble(), place.value(QStringLiteral("y")).toDouble()},
                          place.value(QStringLiteral("zoom")).toDouble(),
                          ViewOrientation{0, place.value(QStringLiteral("mirrored")).toBool()}.turnedBy(
                              place.value(QStringLiteral("degrees")).toDouble())};
        const bool isSound = std::isfinite(bookmark.center.x) && std::isfinite(bookmark.center.y) && bookmark.zoom > 0 &&
                             bookmark.zoom <= kMaxZoom && std::isfinite(bookmark.orientation.degrees);
        if (isSound && bookmarks.size() < kMost)
            bookmarks.push_back(std::move(bookmark));
    }
    return bookmarks;
}

Bookmarks::Bookmarks(Background& background, KeptFileWriter& writer, QString folder, QObject* parent)
    : QObject(parent),
      m_background(background),
      m_writer(writer),
      m_folder(std::move(folder))
{
    connect(&writer, &KeptFileWriter::changed, this, [this](const fs::path& file, const QObject* by) {
        if (const auto* other = qobject_cast<const Bookmarks*>(by); other && other != this && file == m_file)
            follow(*other);
    });
}

void Bookmarks::setSlide(const SlidePtr& slide)
{
    m_file = slide ? slideKeyedFile(m_folder, slide->info().path, "json") : fs::path();
    m_list.clear();
    m_past.clear();
    emit changed();
    m_isAwaited = !m_file.empty();
    if (m_isAwaited)
        m_writer.whenIdle(*this, [this, file = m_file] { read(file); });
}

void Bookmarks::follow(const Bookmarks& other)
{
    m_isAwaited = false; // what is on its way from the disk is older
    m_list = other.m_list;
    m_past.clear();
    emit changed();
}

void Bookmarks::read(const fs::path& asked)
{
    if (asked != m_file || !m_isAwaited)
        return;
    m_background.run(
        this, [file = m_file] { return bookmarksFromJson(readKeptFile(file)); },
        [this, file = m_file](std::vector<Bookmark> read) {
            if (file != m_file || !std::exchange(m_isAwaited, false) || read.empty())
                return;
            // Whoever was quicker than the disk keeps both.
            read.insert(read.end(), m_list.begin(), m_list.end());
            m_list = std::move(read);
            emit changed();
        });
}

void Bookmarks::add(const Bookmark& bookmark)
{
    if (m_file.empty() || m_list.size() >= kMost)
        return;
    std::vector<Bookmark> next = m_list;
    next.push_back(bookmark);
    change(std::move(next));
}

void Bookmarks::rename(int index, const QString& name)
{
    const QString wanted = name.simplified().left(kLongestName);
    if (index < 0 || std::size_t(index) >= m_list.size() || wanted.isEmpty() || wanted == m_list[std::size_t(index)].name)
        return;
    std::vector<Bookmark> next = m_list;
    next[std::size_t(index)].name = wanted;
    change(std::move(next));
}

void Bookmarks::remove(int index)
{
    if (index < 0 || std::size_t(index) >= m_list.size())
        return;
    std::vector<Bookmark> next = m_list;
    next.erase(next.begin() + index);
    change(std::move(next));
}

void Bookmarks::undo()
{
    if (m_past.empty())
        return;
    m_list = std::move(m_past.back());
    m_past.pop_back();
    emit changed();
    write();
}

void Bookmarks::change(std::vector<Bookmark> next)
{
    m_past.push_back(std::exchange(m_list, std::move(next)));
    if (m_past.size() > kMostPast)
        m_past.erase(m_past.begin());
    emit changed();
    write();
}

void Bookmarks::write()
{
    m_writer.write(m_file, *this, [list = m_list, file = m_file] { return keep(list, file); });
}

}
