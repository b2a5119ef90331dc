#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QImage>
#include <QString>

#include "base/Error.h"
#include "normalize/StainSummary.h"

namespace isostain {

/// What is known of one slide of a folder.
struct FolderSlide {
    enum class State { Waiting, Reading, Read, Failed };

    QString path;
    State state = State::Waiting;
    QImage picture; ///< of the whole slide, small
    StainSummary summary;
    Error error;    ///< in State::Failed
};

/// The slides of a folder with their stain statistics, one row each. Sorting is by Qt::UserRole: numbers and names. GUI thread
/// only.
class FolderSlides : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Difference, Tissue, Hematoxylin, Eosin, Mean, ColumnCount };
    static constexpr int kPictureSide = 64; ///< device pixels of a picture's longer side, at least

    explicit FolderSlides(QObject* parent = nullptr);

    /// In this order; nothing of them is known.
    void setPaths(const QStringList& paths);
    const std::vector<FolderSlide>& slides() const { return m_slides; }
    /// The first one that waits; -1: none.
    int nextWaiting() const;
    void setReading(int row);
    /// What is being read waits again.
    void resetReading();
    void setRead(int row, QImage picture, StainSummary summary);
    void setFailed(int row, const Error& error);
    /// Read or failed.
    int finishedCount() const;
    /// The row of the slide that the window shows; -1: none. It is set in bold.
    void setCurrent(const QString& path);

    /// All that is known, with tabs, for a spreadsheet; rows in this order.
    QString text(const std::vector<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void changed(int row);
    void findMedian();
    std::optional<double> valueOf(const FolderSlide& slide, int column) const;
    QString textOf(const FolderSlide& slide, int column) const;
    QVariant decorationOf(const FolderSlide& slide, int column) const;
    QString toolTipOf(const FolderSlide& slide, int column) const;

    std::vector<FolderSlide> m_slides;
    std::optional<LabColor> m_median; ///< of the slides' mean colors
    QString m_current;
};

}
