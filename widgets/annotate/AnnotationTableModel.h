#pragma once

#include <QAbstractTableModel>

#include "annotate/AnnotationStore.h"
#include "slide/Slide.h"

namespace isostain {

/// The annotations of a store as a table; name and class can be edited. GUI thread only.
class AnnotationTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Class, Size, ColumnCount };

    /// The store outlives the model.
    explicit AnnotationTableModel(AnnotationStore& store, QObject* parent = nullptr);

    /// For the sizes in micrometers; null: pixels.
    void setSlide(SlidePtr slide);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    AnnotationStore& m_store;
    AnnotationList m_shown;
    SlidePtr m_slide;
};

}
